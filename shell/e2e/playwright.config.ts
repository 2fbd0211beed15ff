import { defineConfig } from '@playwright/test'
import { launchOptions } from '../../.run/chromium.ts'

/**
 * Journeys of people through the built product. One at a time: all of them share one product, and
 * one of them takes a module away from everybody.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  outputDir: '../../.build/journeys',
  globalSetup: './start-product.ts',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    trace: 'retain-on-failure',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions,
  },
})
