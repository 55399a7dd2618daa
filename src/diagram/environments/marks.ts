import type { Plan } from '../../lifecycle/plan.ts';
import type { Box, Flowchart } from './flowchart.ts';
import { boxIds } from './names.ts';

/** What has become of an environment or instance since an earlier version of the plan. */
export type Mark = 'new' | 'changed';

/** Marks by reference: `val`, `val.main`. */
export type Marks = ReadonlyMap<string, Mark>;

/** Classes with lines of their own: whoever sees no color sees them, and the words say it as well. */
const looks: Readonly<Record<Mark, readonly [name: string, look: string]>> = {
  new: ['since-new', 'stroke-width:4px'],
  changed: ['since-changed', 'stroke-width:4px,stroke-dasharray:6 4'],
};

/** The same chart with its marks, in words and by class. */
export function marked(chart: Flowchart, plan: Plan, marks: Marks): Flowchart {
  const byBox = new Map<string, Mark>();
  for (const [{ id, instances }, box] of boxIds(plan.allEnvironments)) {
    const own = marks.get(id);
    if (own) byBox.set(box, own);
    for (const { id: instance } of instances) {
      const mark = instance && marks.get(`${id}.${instance}`);
      if (mark) byBox.set(`${box}_${instance}`, mark);
    }
  }
  return {
    ...chart,
    boxes: chart.boxes.map((box) => withMark(box, byBox)),
    looks: new Map([...new Set(byBox.values())].map((mark) => looks[mark])),
  };
}

function withMark(box: Box, marks: ReadonlyMap<string, Mark>): Box {
  const mark = marks.get(box.id);
  const boxes = box.boxes?.map((inner) => withMark(inner, marks));
  const inner = boxes ? { boxes } : {};
  if (!mark) return { ...box, ...inner };
  const [first = '', ...others] = box.lines;
  return {
    ...box,
    ...inner,
    lines: [`${first} (${mark})`, ...others],
    classes: [...box.classes, looks[mark][0]],
  };
}
