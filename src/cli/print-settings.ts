import { dump } from 'js-yaml';
import { loadConfiguration } from '../lint/configuration-file.ts';
import { rules } from '../rules/index.ts';
import { idOf } from '../source/plan-file.ts';

/**
 * How each rule is set for the plan in a file, as a configuration would write it.
 *
 * @param configuration path of the configuration; the folder's own when left out
 */
export async function settingsFor(plan: string, configuration?: string): Promise<string> {
  const { settings } = await loadConfiguration(process.cwd(), configuration);
  const id = idOf(plan);
  const written = rules.map((rule) => {
    const setting = settings.of(rule, id);
    return [rule.id, setting ? { severity: setting.severity, ...setting.options } : 'off'];
  });
  return dump({ rules: Object.fromEntries(written) }, { flowLevel: 2, lineWidth: -1 });
}
