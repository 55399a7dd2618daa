import type { Group } from '../rule.ts';
import adjustmentNotMinor from './adjustment-not-minor.ts';
import adjustmentWithoutFinding from './adjustment-without-finding.ts';
import automaticConfigurationTransfer from './automatic-configuration-transfer.ts';
import configurationByHandElsewhere from './configuration-by-hand-elsewhere.ts';
import configurationByHandMissing from './configuration-by-hand-missing.ts';
import configurationFinalMissing from './configuration-final-missing.ts';
import configurationReportFile from './configuration-report-file.ts';
import configurationReportMissing from './configuration-report-missing.ts';
import configurationReportNotCompared from './configuration-report-not-compared.ts';
import configurationReportStale from './configuration-report-stale.ts';
import decisionNotApplied from './decision-not-applied.ts';
import valBeforeConfigurationFinal from './val-before-configuration-final.ts';
import valNotClonedFromPreProd from './val-not-cloned-from-pre-prod.ts';

export const configurationManagement: Group = {
  id: 'configuration-management',
  title: 'Configuration management',
  rules: [
    automaticConfigurationTransfer,
    configurationByHandMissing,
    configurationByHandElsewhere,
    valNotClonedFromPreProd,
    valBeforeConfigurationFinal,
    configurationFinalMissing,
    adjustmentWithoutFinding,
    adjustmentNotMinor,
    decisionNotApplied,
    configurationReportMissing,
    configurationReportNotCompared,
    configurationReportStale,
    configurationReportFile,
  ],
};
