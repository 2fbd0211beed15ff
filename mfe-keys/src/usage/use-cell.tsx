import { adopt, Sparkline, useLocale, useText } from '@sonaqor/ui'
import * as care from '../care/texts/en.ts'
import { shareOf } from './share-of.ts'
import sheet from './use-cell.css'
import type { UsedKey } from './use-uses.ts'

adopt(sheet)

/** What a key does, at a glance: its requests of today, how many were errors, and the course of a week. */
export function UseCell({ of: use }: { readonly of: UsedKey | undefined }) {
  const say = useText()
  const locale = useLocale()
  const today = use?.days.at(-1)
  // A key that came since the others were asked about is in the next answer.
  if (!use || !today) return <span className="sq-keys-use-place" />
  return (
    <div className="sq-use" title={say(care.overWeek, { count: use.requests })}>
      <div className="sq-use-course">
        {use.requests > 0 && <Sparkline values={use.days.map((day) => day.requests)} />}
      </div>
      <div className="sq-use-figures">
        {today.requests === 0 ? (
          <span className="sq-use-none">{say(care.noneToday)}</span>
        ) : (
          <>
            <span>{today.requests.toLocaleString(locale)}</span>
            <span className="sq-use-errors">
              {today.errors === 0
                ? say(care.noErrors)
                : say(care.errorsToday, { share: shareOf(today.errors, today.requests, locale) })}
            </span>
          </>
        )}
      </div>
    </div>
  )
}
