using WmoPlatform.IStandaarden.Xml;

namespace WmoPlatform.IStandaarden;

/// <summary>
/// Makes the one answer to a message as the standard prescribes (IV028, IV087). An accepted message gets only a header. A fault in the
/// header, or a technical one, gets a header with its code. A rejection gets the unchanged content with a code at every class, the header
/// too. An unreadable message gets no answer (OP090x2).
/// </summary>
public static class Retour
{
    /// <summary>
    /// Accepts the message as a whole. An accepted declaration (325) is paid in full. Its code at each class is assumed, because no example
    /// is public.
    /// </summary>
    /// <param name="heen">The answered message.</param>
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

    /// <summary>Rejects a message that breaks a rule of level 2.</summary>
    /// <inheritdoc cref="Akkoord" path="/param"/>
    public static Retourbericht TechnischOnjuist(Heenbericht heen, string identificatie, DateOnly dagtekening) =>
        HeaderAfgekeurd(heen, identificatie, dagtekening, Retourcode.TechnischOnjuist);

    /// <summary>Rejects a message for a fault in its header (level 3 or 4): its number or its day. Nothing else was checked.</summary>
    /// <inheritdoc cref="Akkoord" path="/param"/>
    public static Retourbericht HeaderAfgekeurd(Heenbericht heen, string identificatie, DateOnly dagtekening, string code) =>
        Bij(heen, RetourHeader.Bij(heen, identificatie, dagtekening, code), metInhoud: false);

    /// <summary>
    /// Rejects the whole content (level 3 or 4). The codes, at least one, stand at every <see cref="Kernklasse"/>, and 0200 at the other
    /// classes.
    /// </summary>
    /// <inheritdoc cref="Akkoord" path="/param"/>
    public static Retourbericht Afgekeurd(Heenbericht heen, string identificatie, DateOnly dagtekening, params string[] codes) =>
        Afgekeurd(heen, identificatie, dagtekening, (Kernklasse _) => codes);

    /// <summary>
    /// Rejects some classes of the message (level 3 or 4). The content is returned unchanged, with 0200 at accepted classes. For a
    /// declaration only the rejected prestaties are returned; the rest is paid.
    /// </summary>
    /// <typeparam name="TKlasse">
    /// The classes to judge, for instance <see cref="ToegewezenProduct"/>; <see cref="Berichtklasse"/> for all classes.
    /// </typeparam>
    /// <param name="heen">The answered message.</param>
    /// <param name="identificatie">The answer's own number, at most 12 characters.</param>
    /// <param name="dagtekening">The day of the answer, Europe/Amsterdam.</param>
    /// <param name="codes">The codes that reject a class; empty when it is accepted.</param>
    public static Retourbericht Afgekeurd<TKlasse>(
        Heenbericht heen, string identificatie, DateOnly dagtekening, Func<TKlasse, IReadOnlyList<string>> codes)
        where TKlasse : Berichtklasse
    {
        ArgumentNullException.ThrowIfNull(codes);
        IReadOnlyList<string> Van(Berichtklasse klasse) => klasse is TKlasse t ? codes(t) : [];
        var header = RetourHeader.Bij(heen, identificatie, dagtekening, Retourcode.GeenOpmerking);
        var retour = heen is Wmo323 declaratie
            ? new Wmo325(header, Antwoord(declaratie.Declaratie, Van))
            : Bij(heen, header, metInhoud: true);
        return Retourwandeling.Voorzie(retour, Van);
    }

    private static Retourbericht Bij(Heenbericht heen, RetourHeader header, bool metInhoud) =>
        heen.Soort.Retour!.Maak(header, metInhoud ? heen.Inhoud : null);

    /// <summary>Rejects everything for a code at the answer itself, and everything of a client for a code at that client.</summary>
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
