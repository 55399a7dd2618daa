import type { StarlightUserConfig } from '@astrojs/starlight/types';

/** The site's navigation. Customers are not in it: it is repeated on every page. */
export const sidebar: StarlightUserConfig['sidebar'] = [
  { label: 'Customers', link: '/' },
  { label: 'Calendar', link: '/calendar/' },
  { label: 'Instances', link: '/environments/' },
  { label: 'Problems', link: '/problems/' },
  {
    label: 'Guides',
    items: [
      'guides/overview',
      'guides/configuration-management',
      'guides/change-control',
      'guides/volunteer-migration',
      'guides/validation',
      'guides/training-and-access',
      'guides/upgrades',
      'guides/writing-plans',
    ],
  },
  {
    label: 'Kinds of environment',
    items: [{ autogenerate: { directory: 'content/guides/environments' } }],
  },
  { label: 'Rules', link: '/rules/' },
];
