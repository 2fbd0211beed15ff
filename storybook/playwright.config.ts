import { defineConfig } from '@playwright/test'
import { launchOptions } from '../.run/chromium.ts'

/** Two rooms, one browser each: between them every story is seen in both themes, wide and narrow. */
export default defineConfig({
  testDir: '.',
  testMatch: 'stories.e2e.ts',
  outputDir: '../.build/stories-e2e',
  workers: 2,
  timeout: 30_000,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    launchOptions,
  },
  projects: [
    {
      name: 'light on a desk',
      use: { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
    },
    {
      name: 'dark on a phone',
      use: { colorScheme: 'dark', viewport: { width: 360, height: 740 } },
    },
  ],
})
