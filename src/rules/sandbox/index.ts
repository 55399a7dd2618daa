import type { Group } from '../rule.ts';
import communityAccessMissing from './community-access-missing.ts';
import explorationAfterGoLive from './exploration-after-go-live.ts';
import masterLibraryCarryOver from './master-library-carry-over.ts';
import masterLibraryInSandbox from './master-library-in-sandbox.ts';
import masterLibraryLate from './master-library-late.ts';
import masterLibraryMissing from './master-library-missing.ts';
import odmTransferScope from './odm-transfer-scope.ts';
import sandboxActivity from './sandbox-activity.ts';
import sandboxBeforeContract from './sandbox-before-contract.ts';
import sandboxData from './sandbox-data.ts';
import sandboxDestroyedBeforeGoLive from './sandbox-destroyed-before-go-live.ts';
import sandboxLate from './sandbox-late.ts';
import sandboxLibraryCopy from './sandbox-library-copy.ts';
import sandboxOutlivesGoLive from './sandbox-outlives-go-live.ts';

export const sandbox: Group = {
  id: 'sandbox',
  title: 'Sandbox',
  rules: [
    sandboxBeforeContract,
    sandboxLate,
    sandboxDestroyedBeforeGoLive,
    sandboxOutlivesGoLive,
    sandboxActivity,
    sandboxLibraryCopy,
    odmTransferScope,
    sandboxData,
    explorationAfterGoLive,
    communityAccessMissing,
    masterLibraryInSandbox,
    masterLibraryMissing,
    masterLibraryLate,
    masterLibraryCarryOver,
  ],
};
