import { createRoot } from 'react-dom/client'
import { page } from '../react-page.js'

createRoot(document.getElementById('page')).render(page())
