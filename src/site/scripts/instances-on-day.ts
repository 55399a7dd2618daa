import { dayWords, type InstanceLife, standingOn, standings } from '../instance-life.ts';

/** Shows the instances as they stand on a day that one chooses, which the address keeps. */
class InstancesOnDay extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector<HTMLElement>('[data-day-field]');
    const input = field?.querySelector('input');
    if (!field || !input) return;
    input.value = new URLSearchParams(location.search).get('on') ?? '';
    input.addEventListener('change', () => this.#show(input.value));
    field.querySelector('button')?.addEventListener('click', () => {
      input.value = '';
      this.#show('');
    });
    if (input.value !== '') this.#show(input.value);
  }

  #show(value: string): void {
    const day = value === '' ? undefined : value;
    const counts = new Map<string, number>();
    for (const row of this.querySelectorAll<HTMLElement>('[data-life]')) {
      const state = showIn(row, day);
      counts.set(state, (counts.get(state) ?? 0) + 1);
    }
    for (const { id } of standings) {
      write(this, `[data-count="${id}"]`, String(counts.get(id) ?? 0));
    }
    write(this, '[data-day-words]', dayWords(day));
    this.#keep(day);
  }

  #keep(day: string | undefined): void {
    const search = day === undefined ? '' : `?on=${day}`;
    history.replaceState(null, '', location.pathname + search + location.hash);
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.wp-pages a')) {
      link.search = search;
    }
  }
}

function showIn(row: HTMLElement, day: string | undefined): string {
  const life: InstanceLife = JSON.parse(row.dataset.life ?? '');
  const { state, isForeseen, stateWords, releaseWords } = standingOn(life, day);
  row.className = `wp-instance ${state}`;
  const badge = row.querySelector('.wp-state');
  badge?.setAttribute('class', `wp-badge wp-state ${state}${isForeseen ? ' foreseen' : ''}`);
  write(row, '.wp-state', stateWords);
  write(row, '.wp-release', releaseWords);
  return state;
}

function write(within: Element, selector: string, text: string): void {
  const element = within.querySelector(selector);
  if (element) element.textContent = text;
}

customElements.define('wp-instances-on-day', InstancesOnDay);
