import { designTokens, type TokenKind, type TokenName } from '@sonaqor/embed/appearance'
import { Input, Select, useText } from '@sonaqor/ui'
import { useId, useRef } from 'react'
import { hexOf } from './contrast.ts'
import * as texts from './texts/en.ts'

interface TokenControlProps {
  readonly name: TokenName
  /** Empty where it stays as it is. */
  readonly value: string
  /** What it is in the other theme, where this one says nothing. */
  readonly placeholder: string
  readonly onChange: (value: string) => void
}

/** Words that a kind knows, where these are all that it knows. */
const choices: Partial<Record<TokenKind, readonly string[]>> = {
  weight: ['300', '400', '500', '550', '600', '650', '700', '800'],
  transform: ['none', 'uppercase', 'lowercase', 'capitalize'],
  line: ['none', 'underline', 'overline', 'line-through'],
  lineStyle: ['solid', 'dashed', 'dotted', 'double', 'wavy'],
}

/** What many would write; anything else of its kind can be written too. */
const suggestions: Partial<Record<TokenKind, readonly string[]>> = {
  font: [
    'system-ui, sans-serif',
    'Georgia, serif',
    "'Helvetica Neue', Helvetica, Arial, sans-serif",
    "'Segoe UI', sans-serif",
    'ui-rounded, system-ui, sans-serif',
    'ui-monospace, monospace',
  ],
  length: ['0px', '2px', '4px', '8px', '12px', '16px', '24px', '999px'],
  number: ['0.4', '1', '1.35', '1.45', '1.6'],
  duration: ['0ms', '80ms', '140ms', '200ms'],
  shadow: [
    'none',
    '0 1px 2px rgb(0 0 0 / 0.08)',
    '0 4px 16px rgb(0 0 0 / 0.12)',
    '0 16px 40px -8px rgb(0 0 0 / 0.25)',
  ],
}

/** The control that fits what a token may be. */
export function TokenControl(props: TokenControlProps) {
  const [kind] = designTokens[props.name]
  const known = choices[kind]
  if (known) return <Known {...props} known={known} />
  return kind === 'colour' ? <Colour {...props} /> : <Written {...props} kind={kind} />
}

function Known({
  known,
  value,
  onChange,
}: TokenControlProps & { readonly known: readonly string[] }) {
  const say = useText()
  const others = value === '' || known.includes(value) ? [] : [value]
  const options = [
    { value: '', label: say(texts.asBuilt) },
    ...[...known, ...others].map((word) => ({ value: word, label: word })),
  ]
  return <Select options={options} value={value} onChange={onChange} />
}

function Written({ kind, ...rest }: TokenControlProps & { readonly kind: TokenKind }) {
  const { value, placeholder, onChange } = rest
  const say = useText()
  const list = useId()
  return (
    <>
      <Input
        value={value}
        onChange={onChange}
        list={list}
        placeholder={placeholder || say(texts.asBuilt)}
        spellCheck={false}
        autoComplete="off"
      />
      <datalist id={list}>
        {suggestions[kind]?.map((word) => (
          <option key={word} value={word}>
            {word}
          </option>
        ))}
      </datalist>
    </>
  )
}

function Colour({ name, value, placeholder, onChange }: TokenControlProps) {
  const say = useText()
  const place = useRef<HTMLSpanElement>(null)
  const shown = value || placeholder
  /** The system's picker begins where the colour is now. */
  const begin = (picker: HTMLInputElement) => {
    const hex = place.current && shown ? hexOf(place.current, shown) : undefined
    if (hex) picker.value = hex
  }
  return (
    <span className="sq-appear-colour" ref={place}>
      <span className="sq-appear-swatch" data-empty={shown === '' || undefined}>
        <span style={{ background: shown || undefined }} />
        <input
          type="color"
          aria-label={say(texts.pickColour, { name })}
          onPointerDown={(event) => begin(event.currentTarget)}
          onFocus={(event) => begin(event.currentTarget)}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      </span>
      <Input
        value={value}
        onChange={onChange}
        placeholder={placeholder || say(texts.asBuilt)}
        spellCheck={false}
        autoComplete="off"
      />
    </span>
  )
}
