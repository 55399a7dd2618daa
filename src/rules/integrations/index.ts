import type { Group } from '../rule.ts';
import labTestEnvironmentUnstated from './lab-test-environment-unstated.ts';
import signaturesUntested from './signatures-untested.ts';
import ssoNotPerInstance from './sso-not-per-instance.ts';

export const integrations: Group = {
  id: 'integrations',
  title: 'Integrations',
  rules: [ssoNotPerInstance, signaturesUntested, labTestEnvironmentUnstated],
};
