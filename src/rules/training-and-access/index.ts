import type { Group } from '../rule.ts';
import goLiveBeforeAccess from './go-live-before-access.ts';
import mainAccessBeforeSignOff from './main-access-before-sign-off.ts';
import noSignedOffGroup from './no-signed-off-group.ts';
import roleMissing from './role-missing.ts';
import signOffOutsideProdTest from './sign-off-outside-prod-test.ts';
import trainingOutsideProdTest from './training-outside-prod-test.ts';

export const trainingAndAccess: Group = {
  id: 'training-and-access',
  title: 'Training and access',
  rules: [
    trainingOutsideProdTest,
    signOffOutsideProdTest,
    mainAccessBeforeSignOff,
    roleMissing,
    noSignedOffGroup,
    goLiveBeforeAccess,
  ],
};
