import { languageOf } from '@sonaqor/ui/texts'

/** A language, or whichever of them the system asks for. */
export type Choice = 'auto' | 'en' | 'de'

const spoken = ['en', 'de']

/**
 * The tag to speak in. Somebody's own region is kept, for Austria writes its figures otherwise than
 * Germany; a language that is not spoken here is not used for dates and figures alone.
 */
export function localeOf(choice: Choice, preferred: readonly string[]): string {
  const among = choice === 'auto' ? spoken : [choice]
  const fitting = preferred.find((tag) => among.includes(languageOf(tag)))
  return fitting ?? among[0] ?? 'en'
}
