import type { Say } from '@sonaqor/ui/texts'
import type { FrameParts } from '../frame/frame-parts.ts'
import * as texts from '../texts/en.ts'
import type { Command } from './command.ts'

const themes = [
  { theme: 'light', title: texts.useLightTheme },
  { theme: 'dark', title: texts.useDarkTheme },
  { theme: 'auto', title: texts.useSystemTheme },
] as const

/** How it looks and reads, other than now. Who cannot read the language still knows its own name. */
export function lookCommands(
  { preferences, change, language }: Pick<FrameParts, 'preferences' | 'change' | 'language'>,
  say: Say,
): readonly Command[] {
  const languages = [
    { choice: 'en', title: say(texts.useLanguage, { name: 'English' }), words: 'Englisch' },
    { choice: 'de', title: say(texts.useLanguage, { name: 'Deutsch' }), words: 'German' },
    { choice: 'auto', title: say(texts.useSystemLanguage), words: '' },
  ] as const
  return [
    ...themes
      .filter(({ theme }) => theme !== preferences.theme)
      .map(
        ({ theme, title }) =>
          ({
            id: `theme ${theme}`,
            title: say(title),
            words: say(texts.themeWords),
            group: 'switches',
            icon: 'contrast',
            run: () => change({ theme }),
          }) as const,
      ),
    ...languages
      .filter(({ choice }) => choice !== language.chosen)
      .map(
        ({ choice, title, words }) =>
          ({
            id: `language ${choice}`,
            title,
            words: `language ${words}`,
            group: 'switches',
            icon: 'globe',
            run: () => language.choose(choice),
          }) as const,
      ),
  ]
}
