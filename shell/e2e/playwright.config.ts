import { defineConfig } from '@playwright/test'
import { launchOptions } from '../../.run/chromium.ts'

/** They take a module away from everybody, count seconds, or compare what they see twice. */
const alone = ['live.e2e.ts', 'withdrawn.e2e.ts', 'hostile-looks.e2e.ts']

/** The longest: begun late, one of them would go on while the other half of the machine has nothing to do. */
const first = ['screens.e2e.ts', 'docs.e2e.ts', 'logs-entry.e2e.ts']

/**
 * Journeys of people through the built product. All of them share one product: two go side by side,
 * and those that others would disturb, or that would disturb others, come after them one by one.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  outputDir: '../../.build/journeys',
  globalSetup: './start-product.ts',
  workers: 2,
  // Two browsers, a database and four servers share two cores; whoever needs it is told by name.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  projects: [
    { name: 'first', testMatch: first, fullyParallel: true },
    { name: 'together', testIgnore: [...first, ...alone], fullyParallel: true },
    { name: 'alone', testMatch: alone, dependencies: ['first', 'together'], workers: 1 },
  ],
  use: {
    // What cannot be pressed is told soon, however long the journey may take.
    actionTimeout: 20_000,
    browserName: 'chromium',
    // To keep what the page held at each step is a quarter of all the work: it is done for what failed once.
    trace: { mode: 'on-first-retry', screenshots: false, snapshots: true, sources: false },
    screenshot: 'only-on-failure',
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions,
  },
})
