import { Surface } from '@sonaqor/ui'
import { declareFonts } from '@sonaqor/ui/fonts'
import { languages, loadTexts } from '@sonaqor/ui/texts'
import type { Preview } from '@storybook/react-webpack5'

declareFonts()

/** Every story stands on a surface, in the theme that the toolbar (or a test) asks for. */
const preview: Preview = {
  globalTypes: {
    theme: {
      description: 'Theme',
      toolbar: { icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true },
    },
  },
  initialGlobals: { theme: 'light' },
  parameters: {
    layout: 'fullscreen',
    backgrounds: { disabled: true },
    a11y: { test: 'error' },
  },
  // A story may stand on a ground of another language, and has no host that would load it.
  loaders: [
    async () => {
      await Promise.all([loadTexts('ar', languages), loadTexts('de', languages)])
      return {}
    },
  ],
  decorators: [
    (Story, { globals, parameters }) => {
      // A story may bring the page's own `main`.
      const Ground = parameters['bringsMain'] ? 'div' : 'main'
      return (
        <Surface
          appearance={{ theme: globals['theme'] === 'dark' ? 'dark' : 'light', density: 'cosy' }}
        >
          <Ground style={{ minBlockSize: '100vh' }}>
            <Story />
          </Ground>
        </Surface>
      )
    },
  ],
}

export default preview
