import { byFile, type Catalogue } from './catalogue'

/** What the frame, the lists and the dialogs say in English, one file per area. */
export default byFile(import.meta.glob<Catalogue>('./en/base/*.json', { eager: true, import: 'default' }))
