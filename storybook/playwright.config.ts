import { defineConfig } from '@playwright/test'

/** Chromium as a sandbox-less root knows it too; nothing of it phones home. */
const chromium = {
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

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
    launchOptions: chromium,
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
