using System.Net;
using System.Text;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>The text of a letter or an e-mail, without its form.</summary>
public sealed record Brief(string Onderwerp, IReadOnlyList<Deel> Delen, string Ondertekenaar)
{
    /// <summary>Writes the text of an e-mail.</summary>
    public string AlsTekst(string aanhef)
    {
        var s = new StringBuilder().Append(aanhef).Append("\n\n");
        foreach (var deel in Delen)
        {
            if (deel.Kop is not null) s.Append(deel.Kop).Append('\n');
            foreach (var alinea in deel.Alineas) s.Append(alinea).Append('\n');
            s.Append('\n');
        }
        return s.Append("Met vriendelijke groet,\n\n").Append(Ondertekenaar).Append('\n').ToString();
    }

    /// <summary>
    /// Writes a page to print: A4, with the address in the window of an envelope (NEN 1026), and readable by a screen reader.
    /// </summary>
    public string AlsPagina(Geadresseerde aan, string datum)
    {
        var s = new StringBuilder(
            $$"""
            <!doctype html>
            <html lang="nl">
            <head>
            <meta charset="utf-8">
            <title>{{Veilig(Onderwerp)}}</title>
            <style>
            @page { size: A4; margin: 20mm 25mm; }
            body { font: 11pt/1.5 Verdana, Arial, sans-serif; color: #000; max-width: 160mm; }
            address { font-style: normal; margin: 25mm 0 15mm; }
            h1 { font-size: 13pt; } h2 { font-size: 11pt; margin-bottom: 0; break-after: avoid; } p { margin: 0 0 2mm; }
            </style>
            </head>
            <body>
            <p>{{Veilig(Ondertekenaar)}}</p>
            <address>{{string.Join("<br>", aan.Adresregels.Select(Veilig))}}</address>
            <p>{{Veilig(datum)}}</p>
            <h1>{{Veilig(Onderwerp)}}</h1>
            <p>{{Veilig(aan.Aanhef)}}</p>

            """);
        foreach (var deel in Delen)
        {
            if (deel.Kop is not null) s.Append("<h2>").Append(Veilig(deel.Kop)).Append("</h2>\n");
            foreach (var alinea in deel.Alineas) s.Append("<p>").Append(Veilig(alinea)).Append("</p>\n");
        }
        return s.Append("<p>Met vriendelijke groet,</p>\n<p>").Append(Veilig(Ondertekenaar)).Append("</p>\n</body>\n</html>\n").ToString();
    }

    /// <summary>The same letter to the heirs, because the resident died before it was sent.</summary>
    public Brief AanNabestaanden() => this with
    {
        Delen =
        [
            new(null, "Uw naaste is overleden. Deze brief gaat over een zaak van uw naaste. U krijgt hem als nabestaande. Waar 'u' staat, "
                + "bedoelen wij uw naaste, of u als u de zaak voortzet."),
            .. Delen,
        ],
    };

    private static string Veilig(string tekst) => WebUtility.HtmlEncode(tekst);
}

/// <summary>Paragraphs, with or without a heading.</summary>
public sealed record Deel(string? Kop, params string[] Alineas);
