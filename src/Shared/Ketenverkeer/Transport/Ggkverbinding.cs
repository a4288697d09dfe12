using System.Net.Http.Headers;
using WmoPlatform.IStandaarden.Stuf;

namespace WmoPlatform.Ketenverkeer.Transport;

/// <summary>
/// Sends messages to the GGk: in an envelope of StUF-GGk 2.1, in SOAP 1.1. Only a Bv03 says that the GGk has the message. A Fo03 says that
/// it has not, and whether it ever will.
/// </summary>
internal sealed class Ggkverbinding(IHttpClientFactory http, Verkeersregels regels, Envelop envelop) : ITransport
{
    public async Task<Bezorging> Bezorg(Poststuk poststuk, byte[] xml, CancellationToken annulering)
    {
        var bericht = envelop.Om(poststuk, xml);
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, (Uri?)null) { Content = new ByteArrayContent(Soap.Om(bericht)) };
        verzoek.Content.Headers.ContentType = new MediaTypeHeaderValue(Soap.MediaType, "utf-8");
        verzoek.Headers.Add(Soap.Actiekop, $"\"{Soap.Actie(bericht)}\"");
        return await Verbinding.Post(http, verzoek, async antwoord => (int)antwoord.StatusCode switch
        {
            >= 200 and < 300 or 500 => Lees(await Antwoord(antwoord, annulering), poststuk.Id),
            var status => Verbinding.VanStatus(status, regels),
        }, annulering);
    }

    private static async Task<StufAntwoord?> Antwoord(HttpResponseMessage antwoord, CancellationToken annulering)
    {
        await using var inhoud = await antwoord.Content.ReadAsStreamAsync(annulering);
        return Soap.LeesAntwoord(inhoud);
    }

    private static Bezorging Lees(StufAntwoord? antwoord, Guid nummer) => antwoord switch
    {
        // An answer to another message, or none: nobody knows whether this one arrived.
        null => new Bezorging(Uitslag.Onbekend),
        { CrossRefnummer: { } ander } when ander != nummer => Uitslag.Onbekend,
        Bv03 => Uitslag.Genomen,
        Fo03 { Plek: Fo03.Client } fout => new Bezorging(Uitslag.Geweigerd, fout),
        _ => Uitslag.Later,
    };
}
