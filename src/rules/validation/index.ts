import type { Group } from '../rule.ts';
import valDestroyedBeforeGoLive from './val-destroyed-before-go-live.ts';
import valDestroyedBeforeValidation from './val-destroyed-before-validation.ts';
import valIdle from './val-idle.ts';
import valOutlivesGoLive from './val-outlives-go-live.ts';
import valReleaseMismatch from './val-release-mismatch.ts';
import valRequestIncomplete from './val-request-incomplete.ts';
import validationMissing from './validation-missing.ts';
import validationNotCompleted from './validation-not-completed.ts';
import validationOrder from './validation-order.ts';
import validationOutsideVal from './validation-outside-val.ts';
import validationOwner from './validation-owner.ts';
import validationReportMissing from './validation-report-missing.ts';
import validationScopeIncomplete from './validation-scope-incomplete.ts';

export const validation: Group = {
  id: 'validation',
  title: 'Validation',
  rules: [
    validationMissing,
    validationOutsideVal,
    validationNotCompleted,
    validationOrder,
    validationReportMissing,
    validationOwner,
    validationScopeIncomplete,
    valDestroyedBeforeValidation,
    valDestroyedBeforeGoLive,
    valOutlivesGoLive,
    valIdle,
    valReleaseMismatch,
    valRequestIncomplete,
  ],
};
