namespace WmoPlatform.Ketenverkeer;

/// <summary>The choices about the traffic with one partner (settings under <c>Partners:{partner}</c>).</summary>
internal sealed class Verkeersregels
{
    /// <summary>How long the partner may take to accept a message.</summary>
    public TimeSpan Geduld { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The HTTP status with which the partner says that it has a message already. After an attempt of which the outcome is unknown, that is
    /// success.
    /// </summary>
    public int AlBekend { get; set; } = 409;

    /// <summary>
    /// After this time a user may offer any message again, give it up or have it written anew. What waits longer is too late.
    /// </summary>
    public TimeSpan HandmatigNa { get; set; } = TimeSpan.FromDays(1);

    /// <summary>After so many attempts a user may do that too.</summary>
    public int HandmatigNaPogingen { get; set; } = 20;

    /// <summary>The number of refusals in a row that opens a pause.</summary>
    public int PauzeNaWeigeringen { get; set; } = 5;

    /// <summary>During a pause one message is offered each time this passes.</summary>
    public TimeSpan PauzePeiling { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The clients that may deliver, each with a party for which it speaks: <c>client:party</c>, with commas between them. The party is an
    /// AGB code, or <c>*</c> for the partner itself and everybody behind it. Nobody else may deliver.
    /// </summary>
    public string Afleveraars { get; set; } = "";

    private HashSet<(string Client, string Partij)>? _afleveraars;

    /// <summary>Whether a client may deliver for a party; for null, whether it speaks for the partner itself.</summary>
    public bool MagAfleveren(string? client, string? partij)
    {
        if (client is null) return false;
        _afleveraars ??= [.. Paren().Select(p => (p[0], p[1]))];
        return _afleveraars.Contains((client, "*")) || (partij is not null && _afleveraars.Contains((client, partij)));
    }

    private IEnumerable<string[]> Paren() =>
        Afleveraars.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => p.Split(':'));

    /// <exception cref="InvalidOperationException">A setting is wrong.</exception>
    public Verkeersregels Controleer(string partner) =>
        Paren().Any(p => p is not [{ Length: > 0 }, { Length: > 0 }])
            ? throw new InvalidOperationException(
                $"Schrijf in Partners:{partner}:Afleveraars elke client als client:partij, met komma's ertussen.")
        : Geduld <= TimeSpan.Zero || Geduld > Ketenverzending.LangsteGeduld
            ? throw new InvalidOperationException(
                $"Partners:{partner}:Geduld ligt tussen nul en {Ketenverzending.LangsteGeduld.TotalSeconds:0} seconden.")
        : PauzeNaWeigeringen < 1 || HandmatigNaPogingen < 1
            ? throw new InvalidOperationException(
                $"Partners:{partner}:PauzeNaWeigeringen en HandmatigNaPogingen zijn ten minste één.")
        : this;

    /// <summary>Whether this outgoing message waits longer than it should.</summary>
    public bool IsTeLaat(
        Poststatus status, DateOnly? antwoordUiterlijk, DateTimeOffset geregistreerdOp, DateOnly vandaag, DateTimeOffset nu) =>
        status is Poststatus.Verzonden or Poststatus.Ontvangen ? antwoordUiterlijk < vandaag
        : status is Poststatus.TeVerzenden or Poststatus.Onzeker && geregistreerdOp < nu - HandmatigNa;

    /// <summary>Whether a user may decide about this message, instead of waiting for the platform or the partner.</summary>
    public bool MagMetDeHand(Poststuk bericht, DateOnly vandaag, DateTimeOffset nu) => bericht.Status switch
    {
        Poststatus.Geweigerd or Poststatus.Onzeker or Poststatus.Opgegeven => true,
        Poststatus.TeVerzenden => bericht.Attempts >= HandmatigNaPogingen || bericht.GeregistreerdOp <= nu - HandmatigNa,
        Poststatus.Verzonden => bericht.AntwoordUiterlijk < vandaag || bericht.VerzondenOp <= nu - HandmatigNa,
        _ => false,
    };
}
