import { text } from '../example.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'demo-release-missing',
  severity: 'warning',
  title: 'A Demo is named with its release',
  why: 'There may be several Demos, each with another release. Without the release nobody can tell which one was shown, and whether what was seen there is what the customer will get.',
  remedy: 'State the release that the Demo runs.',
  examples: () => ({
    bad: [
      {
        text: text`
          environments:
            «demo»:
              url: https://demo.example.com
        `,
        finds: ['The plan does not say which release Demo runs'],
      },
    ],
    good: [
      {
        title: 'Two Demos, two releases',
        text: text`
          environments:
            demo:
              release: "26.1"
            demo-next:
              kind: demo
              release: "26.2"
        `,
      },
    ],
  }),
  check(plan, report) {
    for (const demo of plan.ofKind('demo')) {
      if (demo.facts.release !== undefined) continue;
      report.missing(demo, 'release', {
        message: `The plan does not say which release ${demo.name} runs`,
        help: `Add \`release:\` to \`${demo.id}\`; the release is shown on its login screen.`,
      });
    }
  },
});
