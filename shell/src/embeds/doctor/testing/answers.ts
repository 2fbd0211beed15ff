import type { EmbedRefusal } from '@sonaqor/contract/embeds'
import { appOf } from '@sonaqor/storybook/fixtures/projects'
import { ago, dayMs, minuteMs } from '@sonaqor/storybook/fixtures/time'

export const refusalOf = (change: Partial<EmbedRefusal> = {}): EmbedRefusal => ({
  app: { id: appOf().id, name: appOf().name },
  environment: 'sandbox',
  origin: 'https://staging.example.com',
  reason: 'origin',
  times: 12,
  firstAt: ago(2 * dayMs),
  lastAt: ago(40 * minuteMs),
  ...change,
})

export const registry = {
  show: () =>
    Promise.resolve({
      modules: [
        {
          baseUrl: '/modules/keys/1.2.0/',
          manifest: {
            name: 'keys',
            version: '1.2.0',
            title: 'API keys',
            contract: '^0.1.0',
            entry: 'remote.js',
            views: [],
            nav: [],
            files: [],
          },
        },
      ],
    }),
}
