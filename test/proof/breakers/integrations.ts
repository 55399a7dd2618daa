import type { Breakers } from './breaker.ts';
import { notBefore, type Pair } from './order.ts';

/** Breakers of the rules on integrations. */
export const integrations: Breakers = {
  'sso-not-per-instance': (draft) => {
    const pairs = (draft.plan.integrations?.sso ?? []).filter(({ instance }) =>
      instance?.includes('.'),
    );
    const sso = draft.one(pairs);
    return draft.put(sso, 'instance', sso?.instance?.split('.')[0]);
  },
  'signatures-untested': [
    {
      title: 'not at all',
      breaks: (draft) => {
        const enabled = draft.plan.integrations?.sso?.filter((sso) => draft.happened(sso.enabled));
        return draft.without(draft.one(enabled), 'signaturesTested');
      },
    },
    notBefore({
      title: 'before it is enabled',
      rule: 'signatures-untested',
      pairs: (draft) =>
        (draft.plan.integrations?.sso ?? [])
          .filter(({ enabled }) => draft.happened(enabled))
          .map((sso): Pair => [draft.day(sso, 'signaturesTested'), draft.day(sso, 'enabled')]),
    }),
  ],
  'lab-test-environment-unstated': (draft) =>
    draft.without(draft.one(draft.plan.integrations?.labs), 'testEnvironment'),
};
