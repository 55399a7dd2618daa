import type { Realm } from './realm.ts';

let realm: Promise<Realm> | undefined;
let lastTurn: Promise<unknown> = Promise.resolve();

/**
 * Lets one task at a time use mermaid, which keeps its state in globals; loads it for the first.
 *
 * @param task - what to do with mermaid once it is free.
 * @returns what the task returns.
 * @throws what the task throws; the next task is not affected.
 */
export function withMermaid<T>(task: (realm: Realm) => Promise<T>): Promise<T> {
  const turn = lastTurn.then(async () => {
    realm ??= import('./realm.ts').then(({ createRealm }) => createRealm());
    const ready = await realm;
    ready.startAfresh();
    return task(ready);
  });
  lastTurn = turn.catch(() => undefined);
  return turn;
}
