import { Icon, type IconName } from '@sonaqor/ui'
import { useId } from 'react'

interface EffectsProps {
  readonly title: string
  readonly kind: 'gained' | 'lost' | 'kept'
  readonly lines: readonly string[]
}

const icons: Readonly<Record<EffectsProps['kind'], IconName>> = {
  gained: 'plus',
  lost: 'close',
  kept: 'check',
}

/** What an act gives, ends or leaves as it is, a line each. */
export function Effects({ title, kind, lines }: EffectsProps) {
  const id = useId()
  if (lines.length === 0) return null
  return (
    <section className="sq-team-effects" data-kind={kind} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>
            <Icon name={icons[kind]} />
            <span>{line}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
