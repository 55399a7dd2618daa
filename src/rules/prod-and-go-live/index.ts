import type { Group } from '../rule.ts';
import goLiveBeforeProd from './go-live-before-prod.ts';
import goLiveGap from './go-live-gap.ts';
import prodBeforeValidation from './prod-before-validation.ts';
import prodNotPromoted from './prod-not-promoted.ts';
import prodPromotionApartFromMigration from './prod-promotion-apart-from-migration.ts';
import prodTestBeforeMain from './prod-test-before-main.ts';
import prodTestData from './prod-test-data.ts';
import prodTestLate from './prod-test-late.ts';
import promotionWithOpenFindings from './promotion-with-open-findings.ts';

export const prodAndGoLive: Group = {
  id: 'prod-and-go-live',
  title: 'PROD and go-live',
  rules: [
    prodNotPromoted,
    prodBeforeValidation,
    prodPromotionApartFromMigration,
    prodTestBeforeMain,
    prodTestLate,
    goLiveBeforeProd,
    goLiveGap,
    promotionWithOpenFindings,
    prodTestData,
  ],
};
