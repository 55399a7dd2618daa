/**
 * Stands in for Pagefind's search, and loads it once a reader opens the dialog: it is larger than all
 * other scripts together.
 */
export class PagefindUI {
  readonly #options: object;

  constructor(options: object) {
    this.#options = options;
    const dialog = document.querySelector<HTMLDialogElement>('site-search dialog');
    if (!dialog) return;
    if (dialog.open) {
      void this.#load(dialog);
      return;
    }
    const observer = new MutationObserver(() => {
      observer.disconnect();
      void this.#load(dialog);
    });
    observer.observe(dialog, { attributeFilter: ['open'] });
  }

  async #load(dialog: HTMLDialogElement): Promise<void> {
    const { PagefindUI: Search } = await import('@pagefind/default-ui');
    new Search(this.#options);
    if (dialog.open) dialog.querySelector('input')?.focus();
  }
}
