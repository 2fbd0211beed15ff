import { defineConfig } from '@playwright/test'
import journeys from './playwright.config.ts'

/** As the journeys, but that each screen is kept as a picture. */
const { projects: _, ...shared } = journeys

export default defineConfig({
  ...shared,
  testMatch: 'pictures.shoot.ts',
  outputDir: '../../.build/pictures-e2e',
  timeout: 600_000,
})
