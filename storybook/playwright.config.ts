import { defineConfig } from '@playwright/test'

/** Chromium as a sandbox-less root knows it too; nothing of it phones home. */
export default defineConfig({
  testDir: '.',
  testMatch: 'stories.e2e.ts',
  outputDir: '../.build/stories-e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 30_000,
  reporter: 'list',
  use: {
    browserName: 'chromium',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
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
    },
  },
})
