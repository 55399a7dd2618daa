import type { Attachment } from '../../lifecycle/attachments.ts';
import { quote } from '../../lifecycle/words.ts';
import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'configuration-report-file',
  severity: 'error',
  title: 'The file of a Configuration Report is a PDF beside the plan',
  why: 'Evidence counts where it can be opened. A file that is missing, or that only one computer or one network can reach, is not there on the day somebody asks for it.',
  remedy:
    'Put the PDF into the plan’s folder or one below it, and give its path from the plan, with slashes.',
  examples: () => ({
    bad: [
      {
        title: 'A path on somebody’s computer',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27 }
              configurationFinal: 2026-05-08
              reports:
                - date: 2026-05-08
                  file: «/home/ana/pre-prod.pdf»
        `,
        finds: [
          'The Configuration Report `/home/ana/pre-prod.pdf` of Pre-PROD is given by an absolute path',
        ],
      },
      {
        title: 'An address',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27 }
              configurationFinal: 2026-05-08
              reports:
                - date: 2026-05-08
                  file: «https://files.example.com/pre-prod.pdf»
        `,
        finds: [
          'The Configuration Report `https://files.example.com/pre-prod.pdf` of Pre-PROD is given by a URL',
        ],
      },
      {
        title: 'A path that leaves the plan’s folder',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27 }
              configurationFinal: 2026-05-08
              reports:
                - date: 2026-05-08
                  file: «reports/../../pre-prod.pdf»
        `,
        finds: [
          'The Configuration Report `reports/../../pre-prod.pdf` of Pre-PROD lies outside the plan’s folder',
        ],
      },
    ],
    good: [
      {
        title: 'The file is looked for once the report is taken',
        text: text`
          environments:
            pre-prod:
              release: "26.1"
              created: 2026-03-23
              iq: { date: 2026-03-27 }
              configurationFinal: 2026-05-08
              reports:
                - date: 2026-05-08
                  file: reports/pre-prod.pdf
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const { name, facts } of plan.environments) {
      for (const taken of facts.reports ?? []) {
        const { file, date } = taken;
        if (file === undefined) continue;
        const fault =
          faultOfPath(file) ?? (plan.hasHappened(date) && plan.attachments?.inspect(file));
        if (!fault || fault === 'pdf') continue;
        const { is, help } = faults[fault];
        const message = `The Configuration Report ${quote(file)} of ${name} ${is}`;
        report.value(taken, 'file', { message, help });
      }
    }
  },
});

type Fault = 'absolute' | 'address' | Exclude<Attachment, 'pdf'>;

/** What is wrong with a file: the end of a sentence about it, and what to do. */
const faults: Readonly<Record<Fault, { readonly is: string; readonly help: string }>> = {
  absolute: {
    is: 'is given by an absolute path',
    help: 'Put the PDF beside the plan, and give its path from there, such as `reports/val.pdf`.',
  },
  address: {
    is: 'is given by a URL',
    help: 'Put the PDF beside the plan, and give its path from there, such as `reports/val.pdf`.',
  },
  outside: {
    is: 'lies outside the plan’s folder',
    help: 'Copy the PDF into the plan’s folder or one below it, and give its path from there.',
  },
  absent: {
    is: 'is not there',
    help: 'Add the PDF at this path from the plan’s folder, or correct the path; capitals count, and folders are parted by `/`.',
  },
  'not-a-file': {
    is: 'is not a file',
    help: 'Give the path of the PDF itself.',
  },
  'not-a-pdf': {
    is: 'is not a PDF: it does not begin with `%PDF-`',
    help: 'Export the report from ClinSpark again, and put that PDF in place of this file.',
  },
  unreadable: {
    is: 'cannot be read',
    help: 'Check the permissions and the links on the way to the file.',
  },
};

/** What a path shows to be wrong on any computer, whichever way its folders are parted. */
function faultOfPath(path: string): Fault | undefined {
  if (/^([\\/]|[a-z]:)/i.test(path)) return 'absolute';
  if (/^[a-z][a-z0-9+.-]+:/i.test(path)) return 'address';
  let depth = 0;
  for (const step of path.split(/[\\/]/)) {
    if (step === '..') depth -= 1;
    else if (step !== '' && step !== '.') depth += 1;
    if (depth < 0) return 'outside';
  }
  return undefined;
}
