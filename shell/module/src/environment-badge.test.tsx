import { expect, test } from '@jest/globals'
import { render } from '@testing-library/react'
import { Surface } from '@sonaqor/ui'
import { EnvironmentBadge } from './environment-badge.tsx'
import { loadTexts } from './texts.ts'
import { languages } from './texts/index.ts'

const badge = (locale: string) => (
  <Surface locale={locale}>
    <EnvironmentBadge of="production" />
  </Surface>
)

test('XC-12: an environment is named in the reader’s language', async () => {
  await loadTexts('de', languages)
  const { container, rerender } = render(badge('en'))
  expect(container.textContent).toBe('Production')
  rerender(badge('de-AT'))
  expect(container.textContent).toBe('Produktion')
})
