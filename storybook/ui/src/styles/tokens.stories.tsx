import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { useState, type CSSProperties, type ReactNode } from 'react'
import { Badge } from '../badge/badge.tsx'
import { Button } from '../button/button.tsx'
import { Chart } from '../chart/chart.tsx'
import { CodeBlock } from '../code-block/code-block.tsx'
import { Input, Select } from '../field/controls.tsx'
import { Field } from '../field/field.tsx'
import { Page, Section } from '../page/page.tsx'
import { SegmentedControl } from '../segmented-control/segmented-control.tsx'
import { Surface, type Appearance } from '../surface/surface.tsx'
import { tokenGroups, type TokenGroup } from './token-meanings.ts'

export default { title: 'UI/Tokens', component: Meanings } satisfies Meta<typeof Meanings>

/** Every token with what it is for. */
export const AllTokens: StoryObj = { render: () => <Meanings /> }

function Meanings() {
  return (
    <Page title="Tokens" purpose="What components are drawn with, and what each of it is for.">
      {tokenGroups.map((group) => (
        <Section key={group.title} title={group.title} purpose={group.purpose}>
          <ul style={grid}>
            {Object.entries(group.tokens).map(([name, meaning]) => (
              <li key={name} style={cell}>
                <Sample shows={group.shows} token={`var(--sq-${name})`} />
                <span style={{ minInlineSize: 0, overflowWrap: 'anywhere' }}>
                  <code>--sq-{name}</code>
                  <span style={quiet}>{meaning}</span>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </Page>
  )
}

interface SampleProps {
  readonly shows: TokenGroup['shows']
  readonly token: string
}

/** One token as it looks; numbers have no look of their own. */
function Sample({ shows, token }: SampleProps) {
  if (shows === 'number') return null
  return (
    <span
      style={{
        ...frame,
        ...(shows === 'colour' || shows === 'shadow' ? edge : {}),
        ...looks[shows](token),
      }}
    >
      {(shows === 'type' || shows === 'font') && 'Ag 1,204'}
    </span>
  )
}

const looks: Readonly<
  Record<Exclude<TokenGroup['shows'], 'number'>, (token: string) => CSSProperties>
> = {
  colour: (token) => ({ background: token }),
  shadow: (token) => ({ boxShadow: token }),
  size: (token) => ({ inlineSize: token, background: 'var(--sq-neutral-8)' }),
  type: (token) => ({ inlineSize: 'auto', fontSize: token }),
  font: (token) => ({ inlineSize: 'auto', fontFamily: token }),
}

const grid: CSSProperties = {
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(280px, 100%), 1fr))',
  gap: 'var(--sq-3)',
  listStyle: 'none',
}
const cell: CSSProperties = { display: 'flex', alignItems: 'center', gap: 'var(--sq-3)' }
const frame: CSSProperties = {
  flex: 'none',
  inlineSize: 40,
  minBlockSize: 40,
  lineHeight: '40px',
  whiteSpace: 'nowrap',
}
const edge: CSSProperties = {
  border: '1px solid var(--sq-line)',
  borderRadius: 'var(--sq-radius)',
}
const quiet: CSSProperties = {
  display: 'block',
  color: 'var(--sq-text-quiet)',
  fontSize: 'var(--sq-text-12)',
}

/** What a partner may say; the empty word leaves it as it is. */
interface Look {
  readonly accent: string
  readonly radius: string
  readonly font: string
  readonly background: string
}

const ours: Look = { accent: '', radius: '', font: '', background: '' }
const fonts = [
  { value: '', label: 'Ours' },
  { value: 'Georgia, serif', label: 'Georgia' },
  { value: 'system-ui, sans-serif', label: 'The system’s' },
  { value: '"Courier New", monospace', label: 'Courier New' },
]
const radii = [
  { value: '', label: 'Ours' },
  { value: '0px', label: '0' },
  { value: '10px', label: '10' },
  { value: '16px', label: '16' },
] as const
const themes = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'Auto' },
] as const
const densities = [
  { value: 'cosy', label: 'Cosy' },
  { value: 'compact', label: 'Compact' },
] as const

/**
 * Changes the first of what a partner may change, at once, and says it in the words of `Sonaqor.start`.
 * All of the closed set is tried out in the shell: Embeds, Appearance.
 */
export const LiveEditor: StoryObj = {
  render: (_, { globals }) => <Editor theme={globals['theme'] === 'dark' ? 'dark' : 'light'} />,
}

function Editor({ theme }: { readonly theme: 'light' | 'dark' }) {
  const [look, setLook] = useState(ours)
  const [appearance, setAppearance] = useState<Appearance>({ theme, density: 'cosy' })
  const change = (part: Partial<Look>) => setLook({ ...look, ...part })
  return (
    <Page title="Appearance" purpose="Make the dashboard look like the page that it stands in.">
      <div style={{ ...grid, alignItems: 'end', gap: 'var(--sq-4)' }}>
        <Field label="Accent" hint="Any colour of CSS.">
          <Input
            value={look.accent}
            onChange={(accent) => change({ accent })}
            placeholder="#0a6b4a"
          />
        </Field>
        <Field label="Background" hint="Any colour of CSS.">
          <Input
            value={look.background}
            onChange={(background) => change({ background })}
            placeholder="white"
          />
        </Field>
        <Field label="Font">
          <Select options={fonts} value={look.font} onChange={(font) => change({ font })} />
        </Field>
        <Choice label="Radius">
          <SegmentedControl
            label="Radius"
            segments={radii}
            value={look.radius as (typeof radii)[number]['value']}
            onChange={(radius) => change({ radius })}
          />
        </Choice>
        <Choice label="Density">
          <SegmentedControl
            label="Density"
            segments={densities}
            value={appearance.density}
            onChange={(density) => setAppearance({ ...appearance, density })}
          />
        </Choice>
        <Choice label="Theme">
          <SegmentedControl
            label="Theme"
            segments={themes}
            value={appearance.theme}
            onChange={(chosen) => setAppearance({ ...appearance, theme: chosen })}
          />
        </Choice>
      </div>
      <div style={{ ...edge, overflow: 'hidden', ...propertiesOf(look) }}>
        <Surface appearance={appearance}>
          <Specimen />
        </Surface>
      </div>
      <CodeBlock
        label="What to give to Sonaqor.start"
        language="text"
        code={snippetOf(look, appearance)}
      />
    </Page>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly children: ReactNode
}

function Choice({ label, children }: ChoiceProps) {
  return (
    <div style={{ display: 'grid', gap: 6 }}>
      <span aria-hidden="true" style={{ fontSize: 'var(--sq-text-13)', fontWeight: 550 }}>
        {label}
      </span>
      {children}
    </div>
  )
}

function Specimen() {
  const [label, setLabel] = useState('Checkout server')
  return (
    <div style={{ display: 'grid', gap: 'var(--sq-4)', padding: 'var(--sq-4)' }}>
      <p style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 'var(--sq-3)' }}>
        <Button look="primary">Issue key</Button>
        <Button>Cancel</Button>
        <Badge tone="accent" icon="live">
          Live
        </Badge>
        <Badge tone="success" icon="check">
          Delivered
        </Badge>
        <a href="#docs">Read the docs</a>
      </p>
      <Field label="Label">
        <Input value={label} onChange={setLabel} />
      </Field>
      <Chart
        kind="bar"
        title="Customers by country"
        unit="customers"
        range="All time"
        axis="Country"
        along="names"
        of={customers}
      />
    </div>
  )
}

const customers = {
  status: 'success',
  error: null,
  refetch: () => undefined,
  data: {
    places: ['Germany', 'France', 'Poland', 'Spain'],
    series: [{ name: 'Customers', values: [4_210, 2_870, 1_420, 960] }],
  },
} as const

const entriesOf = (look: Look) => Object.entries(look).filter(([, value]) => value !== '')

/** The custom properties that carry a look into a shadow root. */
function propertiesOf(look: Look): CSSProperties {
  return Object.fromEntries(entriesOf(look).map(([name, value]) => [`--sonaqor-${name}`, value]))
}

function snippetOf(look: Look, { theme, density }: Appearance): string {
  const tokens = entriesOf(look).map(
    ([name, value]) => `      ${name}: '${value.replaceAll("'", String.raw`\'`)}',`,
  )
  return [
    'Sonaqor.start({',
    '  fetchSession,',
    '  appearance: {',
    `    theme: '${theme}',`,
    `    density: '${density}',`,
    ...(tokens.length > 0 ? ['    tokens: {', ...tokens, '    },'] : []),
    '  },',
    '})',
  ].join('\n')
}
