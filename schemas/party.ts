import { oneOf } from './scalars.ts';

/** The two sides of an onboarding. */
export const party = (description: string) => oneOf(['customer', 'iqvia'], description);
