import type { Group } from '../rule.ts';
import communityData from './community-data.ts';
import communityFormalUse from './community-formal-use.ts';
import demoActivity from './demo-activity.ts';
import demoCustomerAccess from './demo-customer-access.ts';
import demoReleaseMissing from './demo-release-missing.ts';

export const demoAndCommunity: Group = {
  id: 'demo-and-community',
  title: 'Demo and Community',
  rules: [demoCustomerAccess, demoActivity, demoReleaseMissing, communityFormalUse, communityData],
};
