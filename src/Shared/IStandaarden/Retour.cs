using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden;

/// <summary>
/// Makes the one answer to a message, by the book (IV028): only a header when it is accepted, a header with 0001 when it is technically
/// wrong, and the unchanged content with a code at every class when something is rejected. A message that cannot be read gets no answer
/// (OP090x2).
/// </summary>
public static class Retour
{
    /// <summary>
    /// Everything is accepted. A whole declaration (325) is paid; which code stands there at which class is assumed, as no example is
    /// public.
    /// </summary>
    /// <param name="heen">The message answered.</param>
    /// <param name="identificatie">The answer's own number, at most 12 characters.</param>
    /// <param name="dagtekening">The day of the answer, Europe/Amsterdam.</param>
    public static Retourbericht Akkoord(Heenbericht heen, string identificatie, DateOnly dagtekening) =>
        heen is Wmo323 { Declaratie: var d }
        ? new Wmo325(RetourHeader.Bij(heen, identificatie, dagtekening, Retourcode.GeenOpmerking),
            new(d.DeclaratieNummer, d.TotaalIngediendBedrag, d.TotaalIngediendBedrag, null)
            {
                RetourCodes = [Retourcode.DeclaratieToegewezen],
            })
        : Bij(heen, RetourHeader.Bij(heen, identificatie, dagtekening), metInhoud: false);

    /// <summary>The message breaks a rule that it shows by itself (level 2).</summary>
    /// <inheritdoc cref="Akkoord" path="/param"/>
    public static Retourbericht TechnischOnjuist(Heenbericht heen, string identificatie, DateOnly dagtekening) =>
        Bij(heen, RetourHeader.Bij(heen, identificatie, dagtekening, Retourcode.TechnischOnjuist), metInhoud: false);

    /// <summary>
    /// The whole message is rejected (level 3 or 4): the codes, at least one, stand at every <see cref="Kernklasse"/>, and 0200 at the
    /// others.
    /// </summary>
    /// <inheritdoc cref="Akkoord" path="/param"/>
    public static Retourbericht Afgekeurd(Heenbericht heen, string identificatie, DateOnly dagtekening, params string[] codes) =>
        Afgekeurd(heen, identificatie, dagtekening, (Kernklasse _) => codes);

    /// <summary>
    /// Some of the message is rejected (level 3 or 4). The content comes back unchanged, with 0200 where nothing is wrong. Of a declaration
    /// only the prestaties that are not paid come back; the rest is paid.
    /// </summary>
    /// <typeparam name="TKlasse">Which classes are judged, for instance <see cref="ToegewezenProduct"/>; <see cref="Berichtklasse"/> for
    /// all of them.</typeparam>
    /// <param name="heen">The message answered.</param>
    /// <param name="identificatie">The answer's own number, at most 12 characters.</param>
    /// <param name="dagtekening">The day of the answer, Europe/Amsterdam.</param>
    /// <param name="codes">Why such a class is rejected; empty when nothing is wrong with it.</param>
    public static Retourbericht Afgekeurd<TKlasse>(
        Heenbericht heen, string identificatie, DateOnly dagtekening, Func<TKlasse, IReadOnlyList<string>> codes)
        where TKlasse : Berichtklasse
    {
        ArgumentNullException.ThrowIfNull(codes);
        IReadOnlyList<string> Van(Berichtklasse klasse) => klasse is TKlasse t ? codes(t) : [];
        var retour = heen is Wmo323 declaratie
            ? new Wmo325(RetourHeader.Bij(heen, identificatie, dagtekening, Retourcode.GeenOpmerking), Antwoord(declaratie.Declaratie, Van))
            : Bij(heen, RetourHeader.Bij(heen, identificatie, dagtekening), metInhoud: true);
        return Retourwandeling.Voorzie(retour, Van);
    }

    private static Retourbericht Bij(Heenbericht heen, RetourHeader header, bool metInhoud) =>
        heen.Soort.Retour!.Maak(header, metInhoud ? heen.Inhoud : null);

    /// <summary>A code at the answer itself rejects everything, a code at a client everything of that client.</summary>
    private static DeclaratieAntwoord Antwoord(Declaratie declaratie, Func<Berichtklasse, IReadOnlyList<string>> codes)
    {
        var clienten = declaratie.Clienten.Select(c =>
            c with { RetourCodes = codes(c), Prestaties = [.. c.Prestaties.Select(p => p with { RetourCodes = codes(p) })] }).ToArray();
        DeclaratieClient[] afgekeurd =
        [
            .. clienten.Select(c => c.RetourCodes is { Count: > 0 } ? c
                : c with { Prestaties = [.. c.Prestaties.Where(p => p.RetourCodes is { Count: > 0 })] })
                .Where(c => c.Prestaties.Count > 0),
        ];
        var ingediend = declaratie.TotaalIngediendBedrag;
        var antwoord = new DeclaratieAntwoord(
            declaratie.DeclaratieNummer, ingediend, CdtTotaalBedragMetDC.Van(0), afgekeurd.Length == 0 ? null : afgekeurd);
        return codes(antwoord) is { Count: > 0 } waarom
            ? antwoord with { RetourCodes = waarom }
            : antwoord with
            {
                TotaalToegekendBedrag = CdtTotaalBedragMetDC
                .Van(ingediend.InCenten - afgekeurd.SelectMany(c => c.Prestaties).Sum(p => p.IngediendBedrag.InCenten))
            };
    }
}
