import type { StorybookConfig } from '@storybook/react-webpack5'
import compileTexts from '@sonaqor/ui/compile-texts'

/** Stories stand beside what they show, in every workspace that shows anything. */
const config: StorybookConfig = {
  stories: [
    '../ui/src/**/*.stories.tsx',
    '../../mfe-*/src/**/*.stories.tsx',
    '../../shell/src/**/*.stories.tsx',
  ],
  addons: ['@storybook/addon-webpack5-compiler-swc', '@storybook/addon-a11y'],
  framework: '@storybook/react-webpack5',
  typescript: { check: false, reactDocgen: false },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: { sidebarOnboardingChecklist: false },

  /** Sheets, fonts and texts arrive as they do in a module: constructed, as files, and compiled. */
  webpackFinal: (webpack) => ({
    ...webpack,
    experiments: { ...webpack.experiments, css: true },
    // Nobody waits for these files on a line: to make them small was half of what a build takes.
    optimization: { ...webpack.optimization, minimize: false },
    module: {
      ...webpack.module,
      rules: [
        ...(webpack.module?.rules ?? []).filter((rule) => !isStyleRule(rule)),
        ...compileTexts.rules,
      ],
      parser: { ...webpack.module?.parser, 'css/auto': { exportType: 'css-style-sheet' } },
    },
  }),
}

export default config

function isStyleRule(rule: unknown): boolean {
  return (
    typeof rule === 'object' &&
    rule !== null &&
    'test' in rule &&
    rule.test instanceof RegExp &&
    rule.test.test('button.css')
  )
}
