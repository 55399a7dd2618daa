import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { type DrawingStore, Drawings } from '../../../src/diagram/mermaid/drawings.ts';
import { KeptTexts } from '../../../src/site/kept/kept-texts.ts';
import { folderWith } from '../../support/waypost.ts';

const source = 'flowchart LR\n  a["Größe"] --> b\n';

describe('the drawings of a run', () => {
  const drawn = new Drawings().draw(source);

  test('are the same with a store, without one, and from one', async () => {
    const folder = await folderWith({});
    const run = () => new Drawings(new KeptTexts(folder, 'maker')).draw(source);
    expect(await run()).toBe(await drawn);
    expect(await readdir(folder)).toHaveLength(1);
    expect(await run()).toBe(await drawn);
  });

  test('are made once for each text, and not at all where a store has them', async () => {
    const asked: string[] = [];
    const written: string[] = [];
    const store: DrawingStore = {
      read: (text) => {
        asked.push(text);
        return text === 'kept' ? '<svg>kept</svg>' : undefined;
      },
      write: (text) => void written.push(text),
    };
    const drawings = new Drawings(store);
    const texts = ['kept', source, source, 'kept'];
    const all = await Promise.all(texts.map((text) => drawings.draw(text)));
    expect(all).toEqual(['<svg>kept</svg>', await drawn, await drawn, '<svg>kept</svg>']);
    expect({ asked, written }).toEqual({ asked: ['kept', source], written: [source] });
  });

  test('that cannot be made are not kept', async () => {
    const folder = await folderWith({});
    const drawings = new Drawings(new KeptTexts(folder, 'maker'));
    await expect(drawings.draw('flowchart LR\n a[')).rejects.toThrow();
    expect(await readdir(folder)).toEqual([]);
  });
});
