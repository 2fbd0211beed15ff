/* Vue, without its compiler: elements with their events and attributes. */
import { createApp, h, onUnmounted, ref, watch } from '@vue/runtime-dom'
import { loadSonaqor } from '@sonaqor/embed/loader'
import { fetchSession, offer, sonaqorUrl } from '../page.js'

const Keys = {
  setup() {
    const state = ref({})
    const element = ref()
    watch(state, (now) => element.value && (element.value.state = now))
    offer({ ...window.stranger, choose: (now) => (state.value = now), chosen: () => state.value })
    const onSonaqorState = ({ detail }) => (state.value = detail.state)
    return () => h('sonaqor-keys', { ref: element, session: 'vue', onSonaqorState })
  },
}

const Page = {
  setup() {
    const isThere = ref(true)
    const started = loadSonaqor(sonaqorUrl).then((sonaqor) =>
      sonaqor.start({ name: 'vue', fetchSession: () => fetchSession(), locale: 'en' }),
    )
    const update = (change) => started.then((session) => session.update(change))
    onUnmounted(() => started.then((session) => session.destroy()))
    offer({
      dark: () => update({ appearance: { theme: 'dark' } }),
      german: () => update({ locale: 'de' }),
      away: () => (isThere.value = false),
      back: () => (isThere.value = true),
    })
    return () => isThere.value && h(Keys)
  },
}

createApp(Page).mount('#page')
