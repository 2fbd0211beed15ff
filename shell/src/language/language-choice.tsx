import { SegmentedControl, useText } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'
import type { Language } from './use-language.ts'

/** Each language by its own name, so that everybody finds theirs. */
export function LanguageChoice({ language }: { readonly language: Language }) {
  const say = useText()
  const segments = [
    { value: 'auto', label: say(texts.asTheSystem) },
    { value: 'en', label: 'English' },
    { value: 'de', label: 'Deutsch' },
  ] as const
  return (
    <SegmentedControl
      label={say(texts.language)}
      segments={segments}
      value={language.chosen}
      onChange={language.choose}
    />
  )
}
