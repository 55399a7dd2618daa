import type { Group } from '../rule.ts';
import migrationAcceptanceElsewhere from './migration-acceptance-elsewhere.ts';
import migrationAcceptanceMissing from './migration-acceptance-missing.ts';
import migrationApprovalAfterLoad from './migration-approval-after-load.ts';
import migrationApprovalMissing from './migration-approval-missing.ts';
import migrationApproverNotCustomer from './migration-approver-not-customer.ts';
import migrationConfigurationChange from './migration-configuration-change.ts';
import migrationDestroyedBeforeApproval from './migration-destroyed-before-approval.ts';
import migrationEnvironmentMissing from './migration-environment-missing.ts';
import migrationEnvironmentUnneeded from './migration-environment-unneeded.ts';
import migrationIterationOrder from './migration-iteration-order.ts';
import migrationIterationUnreviewed from './migration-iteration-unreviewed.ts';
import migrationLastIterationOpen from './migration-last-iteration-open.ts';
import migrationLoadMissing from './migration-load-missing.ts';
import migrationOutlivesApproval from './migration-outlives-approval.ts';
import migrationRealVolunteers from './migration-real-volunteers.ts';
import migrationSpecificationMissing from './migration-specification-missing.ts';
import migrationTestVolunteers from './migration-test-volunteers.ts';
import migrationWithoutIteration from './migration-without-iteration.ts';
import qcReportMissing from './qc-report-missing.ts';

export const migration: Group = {
  id: 'migration',
  title: 'Migration',
  rules: [
    migrationEnvironmentMissing,
    migrationEnvironmentUnneeded,
    migrationSpecificationMissing,
    migrationWithoutIteration,
    migrationIterationOrder,
    migrationIterationUnreviewed,
    migrationLastIterationOpen,
    migrationAcceptanceMissing,
    migrationAcceptanceElsewhere,
    migrationApprovalMissing,
    migrationApproverNotCustomer,
    migrationDestroyedBeforeApproval,
    migrationOutlivesApproval,
    migrationLoadMissing,
    migrationApprovalAfterLoad,
    migrationConfigurationChange,
    migrationTestVolunteers,
    migrationRealVolunteers,
    qcReportMissing,
  ],
};
