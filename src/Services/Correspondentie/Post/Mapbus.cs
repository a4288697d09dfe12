using MimeKit;

namespace WmoPlatform.Correspondentie.Post;

/// <summary>
/// A folder in which another program lays the messages that came back, each under a temporary name first. A message for a person moves to
/// <c>onbekend</c>.
/// </summary>
public sealed class Mapbus(string map, ILogger<Mapbus> log) : IRetourbus
{
    public async Task Leeg(Func<MimeMessage, Task<Retourlot>> neem, CancellationToken annulering)
    {
        ArgumentNullException.ThrowIfNull(neem);
        foreach (var bestand in Directory.CreateDirectory(map).GetFiles("*.eml"))
        {
            try
            {
                switch (await Lot(bestand, neem, annulering))
                {
                    case Retourlot.Weg:
                        bestand.Delete();
                        break;
                    case Retourlot.Bewaren:
                        var onbekend = bestand.Directory!.CreateSubdirectory("onbekend").FullName;
                        bestand.MoveTo(Path.Combine(onbekend, $"{Guid.CreateVersion7():N}-{bestand.Name}"));
                        break;
                }
            }
            catch (FileNotFoundException)
            {
                // Another instance took it.
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning("Een teruggekomen bericht is niet verwerkt ({Fout}); later opnieuw.", e.GetType().Name);
            }
        }
    }

    private static async Task<Retourlot> Lot(FileInfo bestand, Func<MimeMessage, Task<Retourlot>> neem, CancellationToken annulering)
    {
        MimeMessage bericht;
        try
        {
            bericht = await MimeMessage.LoadAsync(bestand.FullName, annulering);
        }
        catch (FormatException)
        {
            return Retourlot.Bewaren;
        }
        using (bericht) return await neem(bericht);
    }
}
