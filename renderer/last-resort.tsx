import { Component, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface LastResortProps {
  readonly children: ReactNode;
}

/** What a person sees when a part of the window cannot be drawn: words instead of an empty window. (React wants a class for this.) */
export class LastResort extends Component<LastResortProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken(): ReactElement {
  const { t } = useTranslation();
  return (
    <main className="blank" role="alert">
      <h1>{t('common.brokenTitle')}</h1>
      <p className="lead">{t('common.brokenLead')}</p>
    </main>
  );
}
