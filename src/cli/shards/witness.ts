import type { Attachment, Attachments } from '../../lifecycle/attachments.ts';
import { attachmentsBeside } from '../../source/attachments.ts';
import { bytesAt } from '../../source/discover.ts';
import type { FactsStore } from '../../source/facts-store.ts';
import { type PlanFile, readPlan } from '../../source/plan-file.ts';
import { hashOf, type PlanHashes } from './portfolio.ts';

/**
 * Reads plans and remembers what their findings rest on: what was in each file, and what rules have been told
 * of the files beside it.
 */
export class Witness {
  readonly #plans = new Map<string, string>();
  readonly #attachments = new Map<string, Map<string, Attachment>>();

  readonly read = (absolute: string, shown: string, store?: FactsStore): PlanFile => {
    const { bytes, size } = bytesAt(absolute);
    this.#plans.set(shown, hashOf(bytes, size));
    const attachments = this.#remembered(shown, attachmentsBeside(absolute));
    return readPlan(shown, bytes, size, attachments, store);
  };

  /** All plans that were read. */
  get plans(): PlanHashes {
    return this.#plans;
  }

  /** What rules have been told, by plan and the path as it is named there. */
  get attachments(): Record<string, Record<string, Attachment>> {
    const told = [...this.#attachments].map(([plan, files]) => [plan, Object.fromEntries(files)]);
    return Object.fromEntries(told);
  }

  #remembered(plan: string, attachments: Attachments): Attachments {
    return {
      inspect: (path) => {
        const found = attachments.inspect(path);
        const files = this.#attachments.get(plan) ?? new Map<string, Attachment>();
        this.#attachments.set(plan, files.set(path, found));
        return found;
      },
    };
  }
}
