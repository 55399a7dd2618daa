import type { Group } from '../rule.ts';
import duplicateCustomer from './duplicate-customer.ts';
import duplicatePlan from './duplicate-plan.ts';
import waiverExpired from './waiver-expired.ts';
import waiverNotAllowed from './waiver-not-allowed.ts';
import waiverUnknownRule from './waiver-unknown-rule.ts';
import waiverUnused from './waiver-unused.ts';

export const waiversAndPortfolio: Group = {
  id: 'waivers-and-portfolio',
  title: 'Waivers and portfolio',
  rules: [
    waiverUnused,
    waiverExpired,
    waiverUnknownRule,
    waiverNotAllowed,
    duplicateCustomer,
    duplicatePlan,
  ],
};
