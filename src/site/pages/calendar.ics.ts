/** The dates of all customers, for calendar programs. */
import type { APIRoute } from 'astro';
import { icsResponse } from '../ics-response.ts';
import { isReadable, portfolio } from '../portfolio.ts';

export const GET: APIRoute = async ({ site }) => {
  const { entries } = await portfolio();
  return icsResponse('Customer onboarding', entries.filter(isReadable), site);
};
