const topic = (title: string, from: string, to: string) => `## ${title}

The teams met in the week of <Date of="${from}" /> and went through the open points one by one. What
was agreed is written down below, and what was not agreed is asked again in the next meeting.

- Rooms and beds keep the names that they have on the wards.
- Labels of samples carry the visit, the subject and nothing else.
- Reports that nobody has opened for a year are not set up again.

| Question | Who answers | When |
| --- | --- | --- |
| Which roles may cancel a sample? | Lab operations | <Date of="${to}" /> |
| Who signs the specification? | Recruitment | <Date of="${to}" /> |

<Note>
  <Environment id="sandbox" /> may be changed at any time; <Environment id="pre-prod" /> may not.
</Note>
`;

/** The prose of a made-up plan: about 60 lines. */
export const notes = [
  topic('Where we stand', 'statusDate', 'goLive'),
  topic('What the wards asked for', 'contractSigned', 'environments.pre-prod.created'),
  topic('What comes next', 'environments.val.created', 'goLive'),
].join('\n');
