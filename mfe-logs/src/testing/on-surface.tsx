import { loadTexts } from '@sonaqor/module/texts'
import { Surface, type SurfaceProps } from '@sonaqor/ui'
import type { Decorator, Loader } from '@storybook/react-webpack5'
import { languages } from '../texts/index.ts'

interface Ground extends Pick<SurfaceProps, 'locale'> {
  readonly density?: 'cosy' | 'compact'
  /** As narrow as a column of a partner's page, say. */
  readonly widthPx?: number
}

/** Shows a story on a ground of its own: another language, closer lines, less room. */
export function onSurface({ locale = 'en', density = 'cosy', widthPx }: Ground): Decorator {
  return function OnSurface(Story, { globals }) {
    const theme = globals['theme'] === 'dark' ? 'dark' : 'light'
    return (
      <div style={{ maxInlineSize: widthPx }}>
        <Surface locale={locale} appearance={{ theme, density }}>
          <Story />
        </Surface>
      </div>
    )
  }
}

/** A story has no host that would load its texts. */
export const inGerman: Loader = async () => {
  await loadTexts('de', languages)
  return {}
}
