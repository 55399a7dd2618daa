/** A plan with more environments and dates than are drawn. */
export function oversizedPlan(): string {
  const reports = Array.from({ length: 2_500 }, () => '{ date: 2026-03-02 }').join(', ');
  const environments = Array.from({ length: 400 }, (_, index) =>
    [
      `  the-environment-of-department-${index}:`,
      '    kind: val',
      `    clonedFrom: the-environment-of-department-${index === 0 ? 1 : index - 1}`,
      '    main: { url: https://main.example.com }',
      '    test: { url: https://test.example.com }',
    ].join('\n'),
  );
  return [
    'customer: Quillon Bay Research',
    'statusDate: 2026-03-01',
    'contractSigned: 2026-01-05',
    'goLive: 2026-07-20',
    'sourceDatabase: none',
    'environments:',
    `  pre-prod: { created: 2026-02-01, reports: [${reports}] }`,
    ...environments,
    '',
  ].join('\n');
}
