/**
 * A picture that our own code has drawn as SVG text, with every name in it escaped. The one door for raw markup: hand it
 * nothing else. On a narrow screen it scrolls sideways by itself.
 */
export function Drawing({ svg, label }: { readonly svg: string; readonly label: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- whoever uses the keyboard must be able to scroll it
    <section class="drawing" aria-label={label} tabIndex={0}>
      {/* oxlint-disable-next-line react/no-danger -- see above */}
      <div dangerouslySetInnerHTML={{ __html: svg }} />
    </section>
  );
}
