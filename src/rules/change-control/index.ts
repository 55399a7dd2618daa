import type { Group } from '../rule.ts';
import changeWithoutEcr from './change-without-ecr.ts';
import duplicateDocument from './duplicate-document.ts';
import ecrBeforeIq from './ecr-before-iq.ts';
import ecrIncomplete from './ecr-incomplete.ts';
import ecrOnUncontrolled from './ecr-on-uncontrolled.ts';
import evidenceBeforeEvent from './evidence-before-event.ts';
import iqBeforeCreation from './iq-before-creation.ts';
import iqDocumentMissing from './iq-document-missing.ts';
import iqLate from './iq-late.ts';
import iqMissing from './iq-missing.ts';
import iqOnUncontrolled from './iq-on-uncontrolled.ts';
import selfApproval from './self-approval.ts';
import useBeforeIq from './use-before-iq.ts';

export const changeControl: Group = {
  id: 'change-control',
  title: 'Change control',
  rules: [
    iqMissing,
    iqOnUncontrolled,
    iqBeforeCreation,
    iqLate,
    iqDocumentMissing,
    useBeforeIq,
    changeWithoutEcr,
    ecrBeforeIq,
    ecrOnUncontrolled,
    ecrIncomplete,
    duplicateDocument,
    selfApproval,
    evidenceBeforeEvent,
  ],
};
