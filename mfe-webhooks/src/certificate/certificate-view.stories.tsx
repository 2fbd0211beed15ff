import { clientCertificateOf, endpointOf } from '@sonaqor/storybook/fixtures/webhook-endpoints'
import { ago, dayMs } from '@sonaqor/storybook/fixtures/time'
import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { hostWith } from '../testing/answers.ts'
import { everyLanguage } from '../testing/page-languages.ts'
import { CertificateSection } from './certificate-section.tsx'
import CertificateView from './certificate-view.tsx'

export default {
  title: 'Webhooks/Client certificate',
  component: CertificateView,
} satisfies Meta<typeof CertificateView>

type Story = StoryObj<typeof CertificateView>

const params = { endpointId: endpointOf().id }
const acts = {
  onShow: () => undefined,
  onAsk: () => undefined,
  onTurn: undefined,
  onTryNow: undefined,
  onShowSecret: undefined,
  onRotateSecret: undefined,
  onSetCertificate: () => undefined,
}

export const Set: Story = { decorators: [onModule({ ...hostWith(), params })] }
export const ReplaceInGerman: Story = {
  loaders: [inGerman(...everyLanguage)],
  decorators: [
    onModule({
      ...hostWith({
        showEndpoint: () => Promise.resolve(endpointOf({ certificate: clientCertificateOf() })),
      }),
      locale: 'de',
      params,
    }),
    onSurface({ locale: 'de', widthPx: 360 }),
  ],
}
export const NoPermission: Story = { decorators: [onModule({ ...hostWith(), scopes: [], params })] }

export const Shown: Story = {
  render: () => (
    <CertificateSection of={endpointOf({ certificate: clientCertificateOf() })} acts={acts} />
  ),
  decorators: [onModule(hostWith())],
}
export const EndsSoon: Story = {
  render: () => (
    <CertificateSection
      of={endpointOf({ certificate: clientCertificateOf({ validUntil: ago(-6 * dayMs) }) })}
      acts={acts}
    />
  ),
  decorators: [onModule(hostWith())],
}
export const None: Story = {
  render: () => <CertificateSection of={endpointOf()} acts={acts} />,
  decorators: [onModule(hostWith())],
}
export const OverHttp: Story = {
  render: () => (
    <CertificateSection of={endpointOf({ url: 'http://localhost:4000/' })} acts={acts} />
  ),
  decorators: [onModule(hostWith())],
}
