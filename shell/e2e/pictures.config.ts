import { defineConfig } from '@playwright/test'
import journeys from './playwright.config.ts'

/** As the journeys, but that each screen is kept as a picture. */
export default defineConfig({
  ...journeys,
  projects: [],
  testMatch: 'pictures.shoot.ts',
  outputDir: '../../.build/pictures-e2e',
  timeout: 240_000,
})
